static string Run()
{
    Box<Box<Box<Box<Box<Box<(long, long, long)>>>>>> box = default; return Text(box) + Text(box);
}

struct Box<T> { public T One, Two, Three, Four, Five; }
static string Text<T>(T value) => value!.ToString()!;
