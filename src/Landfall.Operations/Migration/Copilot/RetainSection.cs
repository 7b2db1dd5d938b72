using System.Globalization;
using System.Text;
using Landfall.Operations.Migration.Copilot.Addons;

namespace Landfall.Operations.Migration.Copilot;

/// <summary>The part of the report that keeps the data of addons.</summary>
internal static class RetainSection
{
    /// <summary>Where the changed templates are, under the names that they have in the repository.</summary>
    public const string Folder = "copilot-retain";

    /// <summary>Writes it.</summary>
    /// <param name="addons">The addons that have to be changed.</param>
    /// <param name="text">The report.</param>
    public static void Write(IReadOnlyList<RetainedAddon> addons, StringBuilder text)
    {
        if (addons.Count == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"## Keep the data of addons\n\n`{Folder}` has addons' templates as they are, but with `DeletionPolicy: Retain` and `UpdateReplacePolicy: Retain` on what holds data. Deployed, they change no resource; afterwards these outlive Copilot's stacks, which go without them:\n\n```sh\ncp -r {Folder}/copilot .\n");
        foreach (var owner in addons.Where(addon => addon.Text is not null).Select(addon => addon.File.Split('/')[1]).Distinct(StringComparer.Ordinal))
            text.Append(owner == "environments" ? "copilot env deploy --name NAME          # for each environment\n" : $"copilot deploy --name {owner} --env NAME  # in each environment\n");
        text.Append("```\n\nBefore anything is deleted, ask CloudFormation for the template of each addons' stack (`aws cloudformation get-template --stack-name NAME --template-stage Processed`), and look whether both lines are there. To go back, deploy the templates as they were. What stays costs what it did, and belongs to no stack: take it over as the next section says, copy its data, or import it into a stack of your own (`aws cloudformation create-change-set --change-set-type IMPORT`). A database also stays in the environment's network, and `copilot env delete` fails until it is gone.\n\n");
        foreach (var addon in addons)
        {
            foreach (var id in addon.Kept)
                text.Append(CultureInfo.InvariantCulture, $"- {addon.File}: `{id}` is kept.\n");
            foreach (var id in addon.ByHand)
                text.Append(CultureInfo.InvariantCulture, $"- {addon.File}: `{id}` is **not** kept yet: it is written in one line. Put both policies in by hand.\n");
        }

        text.Append('\n');
    }
}
