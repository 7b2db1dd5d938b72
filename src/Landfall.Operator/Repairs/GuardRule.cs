namespace Landfall.Operator.Repairs;

/// <summary>The rules that forbid repairs, in the order in which they are asked.</summary>
internal enum GuardRule
{
    /// <summary>Somebody, or the file, has frozen repairs.</summary>
    Frozen,

    /// <summary>The operation is none that an operator may run.</summary>
    NotAllowed,

    /// <summary>A repair of the same service goes on.</summary>
    AtWork,

    /// <summary>The service was repaired too often of late.</summary>
    Repeated,

    /// <summary>There were too many repairs within the hour.</summary>
    PerHour,

    /// <summary>Too large a share of the services was repaired within the hour.</summary>
    Blast,

    /// <summary>How the service is could not be read.</summary>
    NotRead,

    /// <summary>The environment sleeps.</summary>
    Asleep,

    /// <summary>Something is deployed or rolled out now.</summary>
    Busy,

    /// <summary>What it would do is not known beforehand.</summary>
    UnknownEffect,

    /// <summary>It would change nothing.</summary>
    Nothing,

    /// <summary>It does harm that a person has to agree to.</summary>
    Harm,
}
