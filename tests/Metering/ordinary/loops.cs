static string Run()
{
    StringBuilder text = new();
    for (int i = 0; i < 3; i++) { for (int j = 0; j < i; j++) { if (j == 1) continue; text.Append(i).Append(j).Append(' '); } }
    int k = 0;
    while (k < 5) { k++; if (k == 4) break; }
    do { k--; } while (k > 1);
    foreach (char c in "abc") { text.Append(c); }
    again:
    k++;
    if (k < 6) goto again;
    return text.Append(k).ToString();
}
