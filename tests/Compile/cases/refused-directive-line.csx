#line 100 "elsewhere.csx" //~ PG0104 would show findings elsewhere
