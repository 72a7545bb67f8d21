static string Run()
{
    Odd odd = new(); while (true) { odd.Text = string.Concat(odd, odd); }
}

sealed class Odd { public string Text = "x"; public override string ToString() => Text; }
