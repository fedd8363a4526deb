# `wagepact init` 写出的项目文件

init-there = 已有项目文件“{ $file }”
    .remedy = 请直接修改，或用 --force 重新生成
init-nothing = 本文件夹及其下级没有找到表格
    .remedy = 请转到存放文件的文件夹；查看的文件以下列后缀结尾：{ $endings }
init-written = 已写入 { $file }；请核对，然后运行：{ $command }

init-review = 请核对。路径从本文件所在的文件夹算起；之后在派件记录的位置写月份即可，例如 2026-10。
init-agreements = 适用哪些协议由您确定。内置的有：{ $shipped }；其他的写路径。
init-none = 没有找到{ $table }。
init-no-rates = 没有单价表时，一切按幅度的上下限各算一遍。统一的单价这样写：
init-one-only = { $file } 也是{ $table }，只用一份：{ $first }。
init-refused = { $file } 不能直接读入；可用 `wagepact map` 写出列映射，再在此写 map = "map.toml"。原因：{ $why }。
init-log = { $file } 可能是派件记录，但不知道哪一列是派件员、哪一列是日期。如果是，可用 `wagepact map` 写出列映射，再在此写 map = "map.toml"。
init-unread = { $file } 不能读取：{ $why }
init-many = 名称不同的文件超过 { $most } 个，其余未查看。
