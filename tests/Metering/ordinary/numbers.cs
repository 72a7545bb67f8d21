static string Run()
{
    int i = 17;
    long big = long.MaxValue;
    double d = 0.1 + 0.2;
    decimal m = 1.10m * 3;
    return string.Join(" ", i / 5, i % 5, i << 2, i >> 1, -i >>> 28, ~i, i & 3, i | 8, i ^ 5, unchecked(int.MaxValue + i), big, d.ToString("R", CultureInfo.InvariantCulture), m, Math.Round(2.5), Math.Clamp(5, 1, 3), Math.Pow(2, 10), int.MaxValue.ToString("N0", CultureInfo.InvariantCulture), (byte)200, (char)65, 1e3, 0b1010, 0xFF, 1_000, double.NaN > 1, 5 is > 3 and < 9, Convert.ToString(10, 2), i.ToString("D5"), (-i).ToString("X8"), ((ulong)5).ToString(), Half(7), (int)3.99, (short)-3, 7u / 2, Math.DivRem(7, 2), sizeof(long), nameof(Half));
}

static double Half(double n) => n / 2;
