static string Run()
{
    Node? head = null; while (true) { head = new(head, 1, 2, 3, 4); }
}

sealed record Node(Node? Next, long A, long B, long C, long D);
