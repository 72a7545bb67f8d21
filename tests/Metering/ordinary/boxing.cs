static string Run()
{
    object[] boxes = [1, 'c', 2.5, DayOfWeek.Sunday, (1, 2), 3m, true];
    IComparable comparable = 5;
    IFormattable formattable = 1234.5;
    ValueType value = 7;
    object same = 5;
    return $"{string.Join(",", boxes)} {comparable.CompareTo(4)} {formattable.ToString("F1", CultureInfo.InvariantCulture)} {value} {(int)same + 1} {same.Equals(5)} {Equals(same, 5L)} {boxes.OfType<int>().Count()} {boxes.Count(b => b is ValueType)} {string.Concat(1, "a", null, 'x')}";
}
