static string Run()
{
    Color both = Color.Red | Color.Blue;
    return $"{both} {both.HasFlag(Color.Red)} {(int)both} {Enum.Parse<Color>("Green")} {string.Join(",", Enum.GetNames<Color>())} {Enum.TryParse("x", out Color none)}{none} {both & ~Color.Red} {Color.Green switch { Color.Red => 1, Color.Green => 2, _ => 3 }} {Color.Blue:D} {Enum.IsDefined(both)} {Color.Red.CompareTo(Color.Blue)}";
}

[Flags] enum Color { None, Red = 1, Green = 2, Blue = 4 }
