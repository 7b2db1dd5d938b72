using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Checks that every check of a rollout is a file or a task, that ECS takes the task's command, and that a browser is given secrets that there are.</summary>
internal sealed class CheckTaskValidator : IEnvironmentValidator
{
    /// <summary>
    /// "The total length of all overrides … up to 8192 characters" (Amazon ECS API Reference, RunTask, overrides): half of it, as
    /// characters take more than one in JSON, and the variables of the check are in there too.
    /// </summary>
    public const int LongestCommand = 4096;

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var (name, service) in environment.Settings.Services)
        {
            foreach (var check in service.Deploy.Checks.Where(check => !check.IsUnreadable && check.Knows("file", "command", "image")))
            {
                Check(name, check, problems);
                if (check.Knows("secrets"))
                {
                    CheckSecrets(name, check, environment.Settings, problems);
                }
            }
        }
    }

    private static void Check(string name, CheckModel check, ProblemList problems)
    {
        if (check.File is null && !check.Has("command") && !check.Has("image"))
        {
            problems.Add(check.Place, ErrorCodes.CheckKind, $"A check of '{name}' says not what is to be run. Give it a 'file' such as checks/api.http, a 'command', or an 'image'.");
        }
        else if (check.File is not null && (check.Has("command") || (check.Has("image") && !check.IsBrowser)))
        {
            var other = check.Has("command") ? "command" : "image";
            problems.Add(check.MarkOfLatest("file", other), ErrorCodes.CheckKind, $"A check of '{name}' has both 'file' and '{other}'. Make two checks of it, each of which is an item of 'checks'.");
        }
        else if (check.Command.Sum(word => word.Length) is var length && length > LongestCommand)
        {
            problems.Add(check.MarkOf("command"), ErrorCodes.CheckKind, $"The 'command' of a check of '{name}' has {length} characters, and ECS takes {LongestCommand}. Put it into a script of the image.");
        }
    }

    private static void CheckSecrets(string name, CheckModel check, SettingsModel settings, ProblemList problems)
    {
        if (check.Has("secrets") && !check.IsBrowser)
        {
            problems.Add(check.MarkOf("secrets"), ErrorCodes.CheckKind, $"A check of '{name}' has 'secrets', which only a browser file types. Remove it; a 'command' has the service's own.");
            return;
        }

        foreach (var secret in check.Secrets.Where(secret => settings.Knows("secrets") && !settings.Secrets.ContainsKey(secret)).Distinct())
        {
            problems.Add(check.MarkOf("secrets"), ErrorCodes.UnknownReference, $"A check of '{name}' types the secret '{secret}', which is not in 'secrets'.{Suggestion.DidYouMean(secret, [.. settings.Secrets.Keys])}");
        }
    }
}
