object Current() => CultureInfo.CurrentCulture; //~ PG0201 use CultureInfo.InvariantCulture
void Change() => CultureInfo.CurrentCulture = null!; //~ PG0201 use CultureInfo.InvariantCulture
void Default() => CultureInfo.DefaultThreadCurrentCulture = null; //~ PG0201 use CultureInfo.InvariantCulture
object German() => CultureInfo.GetCultureInfo("de"); //~ PG0201 use CultureInfo.InvariantCulture
object French() => new CultureInfo("fr"); //~ PG0201 use CultureInfo.InvariantCulture
object Region() => new RegionInfo("DE"); //~ PG0201 'RegionInfo'
bool Same(string text) => text.Equals("x", StringComparison.CurrentCulture); //~ PG0201 use StringComparison.Ordinal
bool Alike(string text) => text.StartsWith("x", StringComparison.CurrentCultureIgnoreCase); //~ PG0201 use StringComparison.Ordinal
object Comparer1() => StringComparer.CurrentCulture; //~ PG0201 use StringComparer.Ordinal
object Comparer2() => StringComparer.Create(CultureInfo.InvariantCulture, true); //~ PG0201 use StringComparer.Ordinal
object Numbers() => NumberFormatInfo.CurrentInfo; //~ PG0201 use CultureInfo.InvariantCulture
string Interned(string text) => string.Intern(text); //~ PG0201 strings are compared by value
string Made() => string.Create(3, 'x', (span, one) => span.Fill(one)); //~ PG0201 use interpolation
string Ends(string text) => text.ReplaceLineEndings(); //~ PG0201 give it the line end
object Bytes() => System.Text.Encoding.GetEncoding(1252); //~ PG0201 use Encoding.UTF8
object Usual() => System.Text.Encoding.Default; //~ PG0201 use Encoding.UTF8
object Wide() => System.Text.Encoding.Unicode; //~ PG0201 use Encoding.UTF8
