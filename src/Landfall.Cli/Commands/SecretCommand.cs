using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Secrets;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall secret</c>: values that are never in the file, on the command line or in a history.</summary>
internal static class SecretCommand
{
    public static Command Create(CommandContext context)
    {
        var name = new Option<string?>("--name", "-n");
        var (folder, env, local) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        return new Command("secret", "Values of secrets that people supply.")
        {
            new Door<SecretSetParameters, SecretWritten>(context, new SecretSetOperation(), folder, name, env, local)
            {
                Read = line => new SecretSetParameters(
                    line.GetValue(folder)!, line.GetValue(name), line.GetValue(env), line.GetValue(local), SecretInput.WithoutLineEnd(context.Screen.Input.ReadToEnd())),
                AskAsync = async (screen, parameters, stop) => parameters with
                {
                    Value = await Questions.SecretAsync(screen, $"Value of '{parameters.Name}':", stop).ConfigureAwait(false),
                },
                Render = (screen, written) => screen.Talk.WriteLine(
                    $"'{written.Secret}' of {written.App} {written.Environment} has a new value.{Readers(written)}"),
            },
        };
    }

    private static string Readers(SecretWritten written) => written.Readers.Count == 0
        ? ""
        : $" Tasks of {string.Join(", ", written.Readers)} that run keep the old one until they start anew.";
}
