using System.Text.Json;
using Amazon.CDK;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Hosting.Warm;
using Environment = System.Environment;

namespace Landfall.Constructs.Hosting;

/// <summary>
/// The body of a synth host, the process that <c>landfall</c> starts to turn a plan into a cloud assembly. A host of
/// one's own is one line: <c>return LandfallHost.Run(args, (plan, options) =&gt; new MyApp(plan, options));</c>
/// </summary>
public static class LandfallHost
{
    private const string ServeOption = "--serve";
    private const int Done = 0;
    private const int UserError = 1;
    private const int Bug = 70;

    /// <summary>Reads the plan, builds the app's stacks and writes the cloud assembly.</summary>
    /// <param name="args">The host's command line, as <c>landfall</c> passes it.</param>
    /// <param name="create">Creates the app.</param>
    /// <returns>The exit code: 0 done, 1 an error for the user to mend, 70 a bug. Messages go to standard error.</returns>
    public static int Run(string[] args, Func<AppPlan, SynthOptions, LandfallApp> create)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(create);
        TemporaryFiles.Separate();
        if (args is [ServeOption, var door])
        {
            return Serve(door, create);
        }

        try
        {
            var arguments = HostArguments.Parse(args);
            var app = create(PlanFile.Read(File.ReadAllText(arguments.Plan)), arguments.Options);
            app.Build();
            var folder = app.Synth().Directory;
            AssemblyCheck.Check(app.Plan, folder);
            LimitCheck.Check(app.Plan, folder);
            return Done;
        }
        catch (LandfallException exception)
        {
            return Fail(UserError, $"{exception.Code} {exception.Message}");
        }
        catch (Exception exception) when (exception is FormatException or JsonException or IOException
            or UnauthorizedAccessException)
        {
            return Fail(UserError, exception.Message);
        }
        catch (Exception exception) when (exception.Message.Contains("Validation failed", StringComparison.Ordinal))
        {
            return Fail(UserError, "The synthesised templates break the rules listed above.");
        }
        // What the CDK throws in Node arrives as a plain exception whose message is Node's.
        catch (Exception exception)
        {
            var places = SourcePlaces.Of(exception);
            return places.Count > 0
                ? Fail(UserError, $"{exception.Message}{Environment.NewLine}  at {string.Join($"{Environment.NewLine}  at ", places)}")
                : Fail(Bug, exception.ToString());
        }
    }

    /// <summary>Stays, for the syntheses to come.</summary>
    private static int Serve(string door, Func<AppPlan, SynthOptions, LandfallApp> create)
    {
        OwnSession.Begin();
        new WarmHost(door, Synthesise, TreeMemory.Measure, TimeProvider.System).ServeAsync().GetAwaiter().GetResult();
        return Done;

        int Synthesise(IReadOnlyList<string> arguments)
        {
            // The CDK remembers by path what it has staged, and would stage a changed folder no more.
            AssetStaging.ClearAssetHashCache();
            return Run([.. arguments], create);
        }
    }

    private static int Fail(int code, string message)
    {
#pragma warning disable RS0030 // A host is a program of its own: its standard error is what landfall reads.
        Console.Error.WriteLine(message);
#pragma warning restore RS0030
        return code;
    }
}
