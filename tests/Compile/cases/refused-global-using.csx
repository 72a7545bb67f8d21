global using System.Text; //~ PG0105 'global using' would speak for other policies
