using Landfall.Config.Values;

namespace Landfall.Config.Model;

/// <summary>How a service's type and sets of types belong together.</summary>
internal static class ServiceTypeSets
{
    /// <summary>The set with one type in it.</summary>
    public static ServiceTypes AsSet(this ServiceType type) => (ServiceTypes)(1 << (int)type);

    /// <summary>The types of a set as the file spells them.</summary>
    public static string Words(this ServiceTypes types) =>
        string.Join(", ", Enum.GetValues<ServiceType>()
            .Where(type => types.HasFlag(type.AsSet()))
            .Select(EnumWord.Of));
}
