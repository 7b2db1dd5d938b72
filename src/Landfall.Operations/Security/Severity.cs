namespace Landfall.Operations.Security;

/// <summary>How bad it is what a rule finds.</summary>
internal enum Severity
{
    /// <summary>Good practice.</summary>
    Low,

    /// <summary>It makes an attack easier or worse.</summary>
    Medium,

    /// <summary>It opens a way to attack.</summary>
    High,

    /// <summary>It is open to everybody, or to the whole host or account.</summary>
    Critical,
}
