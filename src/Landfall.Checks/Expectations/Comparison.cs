namespace Landfall.Checks.Expectations;

/// <summary>How a value is compared with the expected one.</summary>
internal enum Comparison
{
    /// <summary>It is there.</summary>
    Exists,

    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>~</c></summary>
    Contains,

    /// <summary><c>!~</c></summary>
    Lacks,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    AtMost,

    /// <summary><c>&gt;</c></summary>
    More,

    /// <summary><c>&gt;=</c></summary>
    AtLeast,
}
