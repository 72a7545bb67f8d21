static string Run()
{
    StringBuilder log = new();
    List<int> source = [1, 2, 3];
    var query = source.Where(n => { log.Append('w').Append(n); return n != 2; }).Select(n => { log.Append('s').Append(n); return n * 10; });
    source.Add(4);
    log.Append(query.First()).Append(' ');
    log.Append(query.Any()).Append(' ');
    log.Append(string.Join(",", query)).Append(' ');
    log.Append(source.Select(n => { log.Append('S'); return n; }).Skip(2).First()).Append(' ');
    log.Append(source.Select(n => { log.Append('L'); return n; }).Last()).Append(' ');
    log.Append(source.Select(n => { log.Append('E'); return n; }).ElementAt(1)).Append(' ');
    log.Append(source.Select(n => { log.Append('A'); return n; }).Any()).Append(' ');
    log.Append(source.Select(n => { log.Append('C'); return n; }).Count()).Append(' ');
    log.Append(source.Select(n => n).TryGetNonEnumeratedCount(out int count)).Append(count).Append(' ');
    log.Append(source.OrderBy(n => { log.Append('k'); return -n; }).First()).Append(' ');
    log.Append(source.Select(n => { log.Append('t'); return n; }).Take(2).Sum());
    return log.ToString();
}
