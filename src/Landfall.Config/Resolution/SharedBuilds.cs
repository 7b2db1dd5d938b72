using Landfall.Config.Model;

namespace Landfall.Config.Resolution;

/// <summary>
/// Services whose images are built from the same folder, Dockerfile, stage and arguments have one image, in the repository of
/// one of them.
/// </summary>
internal sealed class SharedBuilds
{
    private readonly int _released;
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    public SharedBuilds(SettingsModel settings)
    {
        var names = new Identities(settings);
        _released = settings.Services.Values.Count(service => service.Image?.Released == true);

        // The kinds of service that come first to most systems go first, so that a service that is added seldom becomes the owner.
        foreach (var (name, service) in settings.Services.OrderBy(pair => pair.Value.Type).ThenBy(pair => names.Of(pair.Key), StringComparer.Ordinal))
        {
            if (service.Image?.Build is { Context: not null } build)
            {
                _owners.TryAdd(Key(build), names.Of(name));
            }
        }
    }

    /// <summary>How many repositories there are.</summary>
    public int Count => _owners.Count + _released;

    /// <summary>What AWS calls the service whose repository has the image of a build.</summary>
    public string OwnerOf(ImageBuildModel build) => _owners[Key(build)];

    private static string Key(ImageBuildModel build) => string.Join('\0', [
        Folder(build.Context!), Folder(build.Dockerfile), build.Target ?? "",
        .. build.Args.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"),
    ]);

    private static string Folder(string path) => string.Join('/', path.Split('/').Where(part => part is not ("" or ".")));
}
