using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Secrets;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall secret</c>: values that are never in the file, on the command line or in a history.</summary>
internal static class SecretCommand
{
    public static Command Create(CommandContext context) => new("secret", "Values of secrets.")
    {
        List(context),
        Rotate(context),
        Set(context),
    };

    private static Door<SecretListParameters, ListedSecrets> List(CommandContext context)
    {
        var (folder, env, local) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        return new Door<SecretListParameters, ListedSecrets>(context, new SecretListOperation(), folder, env, local)
        {
            Read = line => new SecretListParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(local)),
            Render = Render,
        };
    }

    private static Door<SecretRotateParameters, SecretWritten> Rotate(CommandContext context)
    {
        var name = new Option<string?>("--name", "-n");
        var (folder, env, local, yes) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), SharedOptions.Yes());
        return new Door<SecretRotateParameters, SecretWritten>(context, new SecretRotateOperation(), folder, name, env, local, yes)
        {
            Read = line => new SecretRotateParameters(line.GetValue(folder)!, line.GetValue(name), line.GetValue(env), line.GetValue(local)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = Say,
        };
    }

    private static Door<SecretSetParameters, SecretWritten> Set(CommandContext context)
    {
        var name = new Option<string?>("--name", "-n");
        var (folder, env, local) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        return new Door<SecretSetParameters, SecretWritten>(context, new SecretSetOperation(), folder, name, env, local)
        {
            Read = line => new SecretSetParameters(
                line.GetValue(folder)!, line.GetValue(name), line.GetValue(env), line.GetValue(local), SecretInput.WithoutLineEnd(context.Screen.Input.ReadToEnd())),
            AskAsync = async (screen, parameters, stop) => parameters with
            {
                Value = await Questions.SecretAsync(screen, $"Value of '{parameters.Name}':", stop).ConfigureAwait(false),
            },
            Render = Say,
        };
    }

    private static void Render(Screen screen, ListedSecrets listed)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("secret", "value", "changed", "read by");
        foreach (var secret in listed.Secrets)
        {
            table.AddRow(
                new Text(secret.Name),
                new Text((secret.State, secret.Generated) switch
                {
                    (SecretState.Absent, _) => "not deployed",
                    (SecretState.Empty, _) => "none yet",
                    (_, true) => "generated",
                    _ => "set",
                }),
                new Text(secret.Changed is { } changed ? changed.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) : ""),
                new Text(string.Join(", ", secret.Readers)));
        }

        screen.Data.Write(table);
    }

    private static void Say(Screen screen, SecretWritten written) => screen.Talk.WriteLine(
        $"'{written.Secret}' of {written.App} {written.Environment} has a new value.{(written.Readers.Count == 0
            ? ""
            : $" Tasks of {string.Join(", ", written.Readers)} that run keep the old one until they start anew.")}");
}
