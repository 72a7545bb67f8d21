static string Run()
{
    var ports = new[] { 1, 2 }.Select(number => new { Number = number, Name = $"p{number}" }).ToArray();
    (string Name, int Number)[] pairs = ports.Select(port => (port.Name, port.Number)).ToArray();
    List<int>[] lists = pairs.Select(pair => new List<int> { pair.Number }).ToArray();
    return $"{ports[1]} {pairs[0]} {lists.Length}";
}
