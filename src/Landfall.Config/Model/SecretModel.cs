using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A Secrets Manager secret.</summary>
internal sealed record SecretModel : Section
{
    [Key("Length of a generated value.", Min = 8, Max = 4096, Default = "a person supplies the value")]
    public int? Generate { get; init; }
}
