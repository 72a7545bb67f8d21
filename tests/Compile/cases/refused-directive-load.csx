#load "other.csx" //~ PG0104 a policy is one file
