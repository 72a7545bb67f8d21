static string Run()
{
    List<int> list = [2, 1]; list.Sort(Compare); return "";
}

static int Compare(int x, int y) { List<int> list = [x, y]; list.Sort(Compare); return 0; }
