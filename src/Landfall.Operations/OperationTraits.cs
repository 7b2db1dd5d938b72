namespace Landfall.Operations;

/// <summary>What a door has to know of an operation besides its effect, before it offers it to somebody.</summary>
[Flags]
internal enum OperationTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What it gives may hold what others have written or set: lines of logs, messages, variables, names of secrets.</summary>
    Sensitive = 1,

    /// <summary>It is for the person at the machine alone: it takes their terminal, or what only they may give.</summary>
    PersonOnly = 2,

    /// <summary>Done again with the same parameters, it changes nothing more.</summary>
    Idempotent = 4,
}
