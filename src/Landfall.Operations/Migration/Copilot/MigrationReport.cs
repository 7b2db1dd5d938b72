using System.Globalization;
using System.Text;
using Landfall.Config;
using Landfall.Operations.Migration.Copilot.Addons;

namespace Landfall.Operations.Migration.Copilot;

/// <summary>The report of a migration, for whoever goes on with it.</summary>
internal static class MigrationReport
{
    /// <summary>Writes it.</summary>
    /// <param name="workspace">What was read.</param>
    /// <param name="migration">What became of it.</param>
    /// <param name="app">The application's new name.</param>
    /// <param name="problems">What is wrong with the new file.</param>
    /// <param name="retained">The addons that have to be changed before Copilot's stacks go.</param>
    /// <returns>Markdown.</returns>
    public static string Of(CopilotWorkspace workspace, CopilotMigration migration, string app, IReadOnlyList<Problem> problems, IReadOnlyList<RetainedAddon> retained)
    {
        var text = new StringBuilder();
        Add($"# From AWS Copilot to Landfall: {workspace.App}");
        Add("");
        Add($"`landfall migrate copilot` has read {KeyTables.Sentence(migration.Keys)}");
        Add("");
        if (problems.Count > 0)
        {
            Add("## What `landfall validate` says");
            Add("");
            foreach (var problem in problems)
                Add($"- {problem}");
            Add("");
        }

        Add("## Steps");
        Add("");
        Add($"1. Go through what is left out and what is changed, below, and mend `landfall.yaml`. Until `landfall validate` is content, nothing is deployed.");
        Add($"2. The application is called `{app}` and not `{workspace.App}`: Copilot's stacks are named as Landfall's are (application, environment, service), and both stand side by side until the end. Landfall refuses to deploy over them.");
        Add($"3. Say each environment's account and region. Copilot keeps them in Parameter Store: `aws ssm get-parameter --name /copilot/applications/{workspace.App}/environments/NAME --query Parameter.Value --output text`.");
        Add("4. Put the values of secrets (below) where Landfall reads them, then `landfall deploy --env NAME`. Nothing of Copilot's is touched by it.");
        Add($"5. Bring the data over that is to come along. Until then programs read new, empty stores.{(migration.Addons.Any(addon => addon.CanBeTakenOver) ? " Tables and buckets are taken over as they are, below; what is not is copied." : "")}");
        Add("6. Try the services at the address that `landfall outputs` prints. To go back, `landfall destroy`.");
        Add("7. Move the names: take the alias out of Copilot's manifest and deploy there, then set `domain` and deploy here; a DNS name leads to one place. To go back, the same the other way round.");
        Add($"8. When nothing goes to Copilot's services any more: `copilot svc delete`, `copilot job delete`, `copilot env delete`, `copilot app delete`. Look first at what its stacks hold{(retained.Count > 0 ? ": data of addons goes with them unless it is kept as the next section says" : "")}.");
        Add("");
        RetainSection.Write(retained, text);
        TakeOverSection.Write(workspace.App, migration, text);
        Secrets(migration, text);
        Pipelines(migration, text);
        text.Append(KeyTables.Write(migration.Keys));
        return text.ToString();

        void Add(string line) => text.Append(line).Append('\n');
    }

    private static void Secrets(CopilotMigration migration, StringBuilder text)
    {
        if (migration.Secrets.Count == 0)
            return;
        text.Append("## Values of secrets\n\n```sh\n");
        foreach (var environment in migration.Environments)
        {
            foreach (var secret in migration.Secrets.Keys.Select(key => key.Secret).Distinct(StringComparer.Ordinal))
            {
                if (migration.Secrets.GetValueOrDefault((secret, environment)) is { } origin)
                    text.Append(CultureInfo.InvariantCulture, $"{origin.ReadCommand} | landfall secret set --env {environment} --name {secret}\n");
            }
        }

        text.Append("```\n\n");
    }

    private static void Pipelines(CopilotMigration migration, StringBuilder text)
    {
        if (migration.Pipelines is null)
            return;
        text.Append("## The pipeline\n\nIt stands in `landfall.yaml` as a comment: put the ARN of the connection in (`aws codeconnections list-connections`) and take the comment away.\n\n");
    }
}
