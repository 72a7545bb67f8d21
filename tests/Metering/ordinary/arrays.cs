static string Run()
{
    int[,] grid = new int[2, 3];
    grid[1, 2] = 5;
    int[][] rows = [[1, 2], [3]];
    int[] copy = (int[])rows[0].Clone();
    Array.Reverse(copy);
    int[] filled = new int[4];
    Array.Fill(filled, 2);
    string[] names = ["c", "a", "b"];
    Array.Sort(names, StringComparer.Ordinal);
    int total = 0;
    foreach (int cell in grid) { total += cell; }
    object[] boxes = new string[] { "covariant" };
    byte[] bytes = new byte[(long)3];
    return $"{grid.Length}{grid.GetLength(1)}{grid[1, 2]} {rows[1][0]} {string.Join("", copy)} {filled.Sum()} {string.Join("", names)} {total} {boxes[0]} {Array.IndexOf(names, "b")} {names[1..].Length} {names[^1]} {Array.Exists(filled, n => n == 3)} {Array.Empty<int>().Length} {bytes.Length} {Array.BinarySearch(names, "b")} {new int[2, 2, 2].Rank}";
}
