using Landfall.Config.Model;

namespace Landfall.Config.Binding;

/// <summary>Makes a property a key of the file and says everything about it that binding, schema and reference need.</summary>
/// <param name="description">What the key means, in a sentence or two for the reader of the reference.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyAttribute(string description) : Attribute
{
    /// <summary>What the key means.</summary>
    public string Description { get; } = description;

    /// <summary>True when the key has to be given (by services of the types in <see cref="For"/>).</summary>
    public bool Required { get; init; }

    /// <summary>Smallest number.</summary>
    public double Min { get; init; } = double.NaN;

    /// <summary>Largest number.</summary>
    public double Max { get; init; } = double.NaN;

    /// <summary>Shortest duration, in the file's spelling.</summary>
    public string? Shortest { get; init; }

    /// <summary>Longest duration, in the file's spelling.</summary>
    public string? Longest { get; init; }

    /// <summary>What a duration is a multiple of, in the file's spelling: AWS takes it as a whole number of these.</summary>
    public string Step { get; init; } = "1s";

    /// <summary>A regular expression that the whole text matches.</summary>
    public string? Pattern { get; init; }

    /// <summary>What <see cref="Pattern"/> asks for, in words: "… has to be {this}".</summary>
    public string? PatternMeaning { get; init; }

    /// <summary>Texts or numbers of which the value is one.</summary>
    public string[] OneOf { get; init; } = [];

    /// <summary>
    /// What holds when the key is not given, in words: for defaults that depend on other values or on AWS. Any other
    /// default is the property's initialiser.
    /// </summary>
    public string? Default { get; init; }

    /// <summary>True for text that may be written like a number or boolean, without quotes.</summary>
    public bool Loose { get; init; }

    /// <summary>True when enumeration members are spelt with hyphens in place of camel case.</summary>
    public bool Hyphens { get; init; }

    /// <summary>The unit of a size that is given as a plain number.</summary>
    public string Unit { get; init; } = "MiB";

    /// <summary>Fewest items of a list or mapping.</summary>
    public int MinItems { get; init; }

    /// <summary>True for text that is handed on as it stands, with whatever its reader replaces in it.</summary>
    public bool Verbatim { get; init; }

    /// <summary>True for a list that may be written as its only item.</summary>
    public bool OrOne { get; init; }

    /// <summary>True when what is below only overrides something else, so that nothing in it is required.</summary>
    public bool Overrides { get; init; }

    /// <summary>The types of service that have the key.</summary>
    public ServiceTypes For { get; init; } = ServiceTypes.All;
}
