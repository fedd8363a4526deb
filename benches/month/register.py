"""A register that is right by what `pay` says, but in every twentieth row a yuan too little: register.py PAY.csv > register.csv"""

import csv
import sys
from decimal import Decimal

rows = csv.DictReader(open(sys.argv[1], encoding="utf-8-sig"))
print("courier,company,month,parcels,base,piece,premium,allowance,top_up,paid,paid_on")
for number, row in enumerate(rows):
    paid = Decimal(row["pay"]) - (1 if number % 20 == 0 else 0)
    parts = ",".join(row[part] for part in ["parcels", "base", "piece", "premium", "allowance", "top_up"])
    print(f"{row['courier']},{row['company']},{row['month']},{parts},{paid},2022-06-15")
