namespace PolicyGate.Isolation.Protocol;

/// <summary>What a frame says. Others are refused.</summary>
public enum Message : byte
{
    /// <summary>To the worker: policies, perhaps compiled already.</summary>
    Start = 1,

    /// <summary>To the worker: have these policies judge the estate that came last.</summary>
    Judge = 2,

    /// <summary>To the worker: an estate that is going to be judged.</summary>
    Estate = 3,

    /// <summary>From the worker: how it is confined.</summary>
    Confined = 16,

    /// <summary>From the worker: compiled policies; sent before any code of a policy has run.</summary>
    Compiled = 17,

    /// <summary>From the worker: which policies can judge; not when the parent has told it.</summary>
    Roster = 19,

    /// <summary>From the worker: what one policy said.</summary>
    Answers = 20,

    /// <summary>From the worker: all that was asked has been answered.</summary>
    Judged = 21,
}
