using Landfall.Checks.Browsing;
using Landfall.Config.Binding;
using Landfall.Config.Plan;

namespace Landfall.Config.Model;

/// <summary>A check of a new version within its rollout: a check file, a browser file, or a task with a command, an image or both.</summary>
[Shorthand(nameof(File))]
internal sealed record CheckModel : Section
{
    [Key("A check file, in the project's folder: requests with what their answers have to be; or, where its name ends with .browser, steps of a person in a browser. 'landfall check' runs it by hand.")]
    public string? File { get; init; }

    [Key("In place of a file: a command that runs once as a task of the new version, with its image, role, network and secrets. LANDFALL_TEST_URL is the address to check, LANDFALL_TEST_ADDRESS where that is in the network. Exit code 0 passes.",
        Verbatim = true, Loose = true, MinItems = 1)]
    public IReadOnlyList<string> Command { get; init; } = [];

    [Key("In place of a file: another image that runs once as a task, with 'command' or its own, in the network of the service and without its role and secrets. Of a browser file: an image with Node and Chromium.",
        Pattern = ImagePattern.Reference, PatternMeaning = ImagePattern.ReferenceMeaning)]
    public string? Image { get; init; }

    [Key("Of a browser file: secrets of 'secrets' whose values it types, as {{secret.name}}.")]
    public IReadOnlyList<string> Secrets { get; init; } = [];

    [Key("When it runs: beforeTraffic, against the new version while nobody is sent to it; afterTraffic, when all are and the old one still runs.")]
    public PausePoint At { get; init; } = PausePoint.BeforeTraffic;

    [Key("How long it may take: a file with being tried again, of which three failures are enough; a task with its start, and it is stopped then. After that the rollout is rolled back.", Step = "1s", Shortest = "30s", Longest = "1h")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether it is a browser file.</summary>
    public bool IsBrowser => File is not null && BrowserFile.Is(File);
}
