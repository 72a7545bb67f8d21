static string Run()
{
    return new Own().Count().ToString();
}

sealed class Own : IEnumerable<int>, IEnumerator<int> { public IEnumerator<int> GetEnumerator() => this; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => this; public int Current => 1; object System.Collections.IEnumerator.Current => 1; public bool MoveNext() => true; public void Reset() { } public void Dispose() { } }
