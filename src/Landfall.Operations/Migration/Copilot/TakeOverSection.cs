using System.Globalization;
using System.Text;

namespace Landfall.Operations.Migration.Copilot;

/// <summary>The part of the report that takes tables and buckets of addons over, with the way back at each step.</summary>
internal static class TakeOverSection
{
    /// <summary>Writes it.</summary>
    /// <param name="app">Copilot's application.</param>
    /// <param name="migration">What was migrated.</param>
    /// <param name="text">The report.</param>
    public static void Write(string app, CopilotMigration migration, StringBuilder text)
    {
        var taken = migration.Addons.Where(addon => addon.CanBeTakenOver).ToList();
        if (taken.Count == 0)
            return;
        var services = taken.SelectMany(addon => addon.Services).Distinct(StringComparer.Ordinal).ToList();
        var first = migration.Environments[0];
        Add("## Take tables and buckets over");
        Add("");
        Add("They become Landfall's as they are, with what is in them: nothing is copied. A resource is in one stack at a time, so that **from step 3 to step 7 nobody uses it: that is the downtime**. Do it in one go, for one environment after the other, the least important first.");
        Add("");
        Add("1. Deploy the templates of `copilot-retain`, as above, and look that they hold. No downtime. Back: deploy the templates as they were.");
        Add("2. Write down what they are called in AWS. What is not known from the files is asked for while Copilot's stacks are there; the service's stack says which stack its addons are in:");
        Add("");
        Add("   ```sh");
        foreach (var owner in taken.Where(addon => migration.Environments.Any(environment => addon.AwsNameIn(app, environment) is null)).Select(addon => addon.File.Split('/')[1]).DefaultIfEmpty(taken[0].File.Split('/')[1]).Distinct(StringComparer.Ordinal))
            Add($"   aws cloudformation describe-stack-resources --stack-name {(owner == "environments" ? $"{app}-{first}" : $"{app}-{first}-{owner}")} --logical-resource-id AddonsStack");
        Add("   aws cloudformation describe-stack-resources --stack-name NAME   # of that id");
        Add("   ```");
        Add("");
        Add($"3. Let nobody write: {(services.Count == 0 ? "stop what uses them" : $"`count: 0` in the manifest of {string.Join(", ", services)}, and {string.Join(", ", services.Select(service => $"`copilot svc deploy --name {service} --env {first}`"))}")}. **The downtime begins.** Back: the count as it was.");
        Add($"4. Take them out of Copilot's stacks, which leaves them in AWS: take the resources, and the outputs and policies that name them, out of {string.Join(", ", taken.Select(addon => $"`{addon.File}`").Distinct())} and deploy; or delete the service with its addons (`copilot svc delete`). Back: Copilot cannot make them again, since their names are taken. Its service gets back to them with their names as plain variables and a policy alone as its addon.");
        Add("5. Say in `landfall.yaml` what they are called:");
        Add("");
        Add("   ```yaml");
        Add("   environments:");
        foreach (var environment in migration.Environments)
        {
            Add($"     {environment}:");
            foreach (var section in taken.GroupBy(addon => addon.Section, StringComparer.Ordinal))
            {
                Add($"       {section.Key}:");
                foreach (var addon in section)
                    Add($"         {addon.Name}: {{ awsName: {addon.AwsNameIn(app, environment) ?? "NAME"} }}   # {addon.LogicalId} of {addon.File}");
            }
        }

        Add("   ```");
        Add("");
        Add("6. Take them over. `--dry-run` tells what the next deployment will change of each; what would be replaced, and so lost, is refused:");
        Add("");
        Add("   ```sh");
        foreach (var addon in taken)
        {
            Add($"   landfall import {addon.Name} --env {first} --dry-run");
            Add($"   landfall import {addon.Name} --env {first}");
        }

        Add("   ```");
        Add("");
        Add("   Nothing of them is changed by it. Back: take `awsName` out of the file and deploy. They stay in AWS, in no stack.");
        Add($"7. `landfall diff --env {first}`, then `landfall deploy --env {first}`: services get the names and the permissions. Where an empty one was deployed before, it goes, and you are asked. **The downtime ends** for those who come by Landfall's address. Back: as in step 6, and as in step 4 for Copilot's services.");
        Add("8. Look at the data through Landfall's services, then move the names (step 7 of the steps above). What is written from now on is written here: going back to Copilot's services is step 4's way, with the same tables and buckets.");
        Add("");
        Add("Databases are not taken over: theirs is the environment's old network, and AWS changes the subnets of a database by replacing it with an empty one. Move their data by a dump. Queues are left until they are empty.");
        Add("");

        void Add(string line) => text.Append(CultureInfo.InvariantCulture, $"{line}\n");
    }
}
