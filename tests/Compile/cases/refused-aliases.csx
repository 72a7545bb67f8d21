using Disk = System.IO.File; //~ PG0201 'File'
using static System.IO.Path; //~ PG0201 'Path'
using Two = System.Collections.Generic.List<System.Type>; //~ PG0201 'Type'

string Read() => Disk.ReadAllText("x"); //~ PG0201 'File
string Temporary() => GetTempPath(); //~ PG0201 Path.GetTempPath
Func<string, bool> exists = Disk.Exists; //~ PG0201 'File
object Many() => new Two(); //~ PG0201 'Type'
