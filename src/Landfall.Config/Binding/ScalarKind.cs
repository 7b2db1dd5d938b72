namespace Landfall.Config.Binding;

/// <summary>The types a single value can have.</summary>
internal enum ScalarKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A <see cref="Values.Duration"/>.</summary>
    Duration,

    /// <summary>A <see cref="Values.Size"/>.</summary>
    Size,

    /// <summary>A <see cref="Values.Percent"/>.</summary>
    Percent,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A date of the calendar, as ISO 8601 writes it.</summary>
    Date,

    /// <summary>One word of an enumeration.</summary>
    Word,
}
