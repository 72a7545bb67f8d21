static string Run()
{
    IEnumerable<int> q = [1, 2, 3]; for (int i = 0; i < 40; i++) { q = q.Concat(q); } return q.ToList().Count.ToString();
}
