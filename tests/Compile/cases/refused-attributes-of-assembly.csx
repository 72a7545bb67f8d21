[assembly: System.CLSCompliant(true)] //~ PG0105 attributes of the assembly
