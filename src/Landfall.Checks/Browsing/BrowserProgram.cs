using System.Text.Encodings.Web;
using System.Text.Json;

namespace Landfall.Checks.Browsing;

/// <summary>
/// The program that runs the steps of a browser file, for Node: the same on a machine and in the task that checks a rollout. It speaks
/// to Chromium by itself, so that nothing but these two has to be there.
/// </summary>
internal static class BrowserProgram
{
    /// <summary>The variable with the steps.</summary>
    public const string StepsVariable = "LANDFALL_STEPS";

    /// <summary>The variable with the address that is checked.</summary>
    public const string UrlVariable = "LANDFALL_TEST_URL";

    /// <summary>The variable with where that is in the network.</summary>
    public const string AddressVariable = "LANDFALL_TEST_ADDRESS";

    /// <summary>The exit code where there is no browser that could be started.</summary>
    public const int NoBrowser = 2;

    // Read by people in a task definition: quotes and letters stay what they are.
    private static readonly BrowserJson Json = new(new JsonSerializerOptions(BrowserJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static readonly Lazy<string> Program = new(Read);

    /// <summary>What Node is started with.</summary>
    public static IReadOnlyList<string> Arguments => ["--input-type=module", "--eval", Program.Value];

    /// <summary>The value of <see cref="StepsVariable"/>.</summary>
    /// <param name="name">What the file is called.</param>
    /// <param name="file">The file.</param>
    /// <returns>JSON, without the values of secrets.</returns>
    public static string Steps(string name, BrowserFile file) => JsonSerializer.Serialize(new BrowserSteps(name, file.Steps), Json.BrowserSteps);

    /// <summary>The variable that the value of a secret is in.</summary>
    /// <param name="secret">The secret.</param>
    /// <returns>For example <c>LANDFALL_SECRET_PROBE</c>.</returns>
    public static string SecretVariable(string secret) => $"LANDFALL_SECRET_{secret.ToUpperInvariant().Replace('-', '_')}";

    private static string Read()
    {
        using var stream = typeof(BrowserProgram).Assembly.GetManifestResourceStream("browse.mjs")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
