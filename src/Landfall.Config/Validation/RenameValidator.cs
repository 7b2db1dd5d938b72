using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Resolution;
using Landfall.Config.Stacks;

namespace Landfall.Config.Validation;

/// <summary>Checks that what was renamed keeps a name that is nobody else's.</summary>
internal sealed class RenameValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        var things = Identities.Renamable(settings).ToList();
        var names = things.Select(thing => thing.Name).Concat(settings.Secrets.Keys).Concat(settings.Files.Keys).ToHashSet(StringComparer.Ordinal);
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kind, name, model) in things)
        {
            if (model.Was is not { } was)
            {
                continue;
            }

            if (was == name)
            {
                problems.Add(model.MarkOf("was"), ErrorCodes.Rename, $"'{name}' was always called so. Remove 'was', or give the name before.");
            }
            else if (names.Contains(was))
            {
                problems.Add(model.MarkOf("was"), ErrorCodes.Rename, $"'{name}' was '{was}', but that is the name of something else now, and both would be one thing in AWS. Give the other another name.");
            }
            else if (!before.TryAdd(was, name))
            {
                problems.Add(model.MarkOf("was"), ErrorCodes.Rename, $"'{name}' was '{was}', and so was '{before[was]}'. Keep one: which of the two has the data?");
            }
            else if (was is NameIndex.Auth or NameIndex.Emr || (kind == "services" && StackNames.Reserved.Contains(was)))
            {
                problems.Add(model.MarkOf("was"), ErrorCodes.NameReserved, $"Nothing was ever called '{was}', since Landfall keeps this name for itself. Remove 'was', or correct it.");
            }
        }
    }
}
