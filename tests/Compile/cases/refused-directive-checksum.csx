#pragma checksum "a" "{ff1816ec-aa5e-4d10-87f7-6f4963833460}" "ab" //~ PG0104 would show findings elsewhere
