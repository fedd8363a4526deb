"""Makes the texts of texts.in, with marks, quotes and encodings of their own.

    cd tests/cases/files && python3 make-texts.py

All couriers and parcels are made up.
"""

import pathlib
H = pathlib.Path(__file__).parent / 'texts.in'
H.mkdir(exist_ok=True)
MARK='\ufeff'
head='工号,签收日期,收件乡镇,件数\n'
rows=['0571,2022-05-01,递铺,120\n','0571,2022-05-02,鄣吴,80\n','0572,2022-05-01,递铺,100\n','0572,2022-05-31,鄣吴,60\n']
base=head+''.join(rows)
def w(n,b): (H/n).write_bytes(b if isinstance(b,bytes) else b.encode())
w('base.csv',base)
w('marks.csv',MARK*3+base)
w('appended.csv',MARK+head+rows[0]+rows[1]+MARK+rows[2]+rows[3])
w('hidden.csv',head+'0571,2022-05-01,递\u200b铺,120\n0571\u2060,2022-05-02\u200e,鄣吴\ufeff,\u200b80\n'+rows[2]+rows[3])
w('quoted-mark.csv',head+rows[0]+rows[1]+MARK+'"0572",2022-05-01,递铺,100\n'+rows[3])
w('sep.csv',('sep=;\n'+base.replace(',',';')).replace('\n','\r\n'))
w('tabs.xls',base.replace(',','\t').encode('gbk'))
w('semicolons.csv','五月, 派件\n'+base.replace(',',';'))
w('rates-semicolons.csv','rule;amount;area\ndelivery;0.80;\ndelivery;1.00;鄣吴\n')
w('rates-sep.csv','sep=\t\nrule\tamount\tarea\ndelivery\t0.80\t\ndelivery\t1.00\t鄣吴\n')
w('open-last.csv',head.replace('件数','件数,备注')+rows[0].strip()+',\n'+rows[1].strip()+',"急件\n'+rows[2].strip()+',\n')
w('open-end.csv',base+'0573,2022-05-01,递铺,"7')
w('open-register.csv','工号,月份,应发工资,备注\n0571,2022-05,176,"已核\n0572,2022-05,140,\n')
w('open-rates.csv','rule,amount,area\ndelivery,0.80,\ndelivery,1.00,"鄣吴\n')
g=lambda s:s.encode('gbk')
w('gbk-with-utf8.csv',g(head+''.join(rows[:3]))+rows[3].encode())
w('utf8-with-gbk.csv',(head+''.join(rows[:3])).encode()+g(rows[3]))
R='rule,amount,area\ndelivery,0.80,\ndelivery,0.90,天荒坪镇\n'
w('rates-gbk-with-utf8.csv',g(R)+'delivery,1.00,鄣吴\n'.encode())
w('rates-utf8-with-gbk.csv',R.encode()+g('delivery,1.00,鄣吴\n'))
