using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config.Pipelines;
using Landfall.Config.Plan;

namespace Landfall.Operations.Pipelines;

/// <summary>
/// The CloudFormation template of the roles that a pipeline from outside takes in an environment's account, instead of a
/// key that somebody keeps: one reads, for what is shown before anybody has approved it, one deploys, and one asks a model.
/// </summary>
internal static class RoleTemplate
{
    // What a role has by default, and plenty to look at what runs.
    internal const int ChangeSeconds = 60 * 60;

    // As long as a deployment with a database may take; a session that is not renewed ends in the midst of it.
    internal const int DeploySeconds = 4 * 60 * 60;

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the template.</summary>
    /// <param name="app">The application's name.</param>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="stage">The environment.</param>
    /// <param name="trust">Whom the roles trust.</param>
    /// <returns>JSON; the same arguments give the same bytes.</returns>
    public static string Write(string app, PipelinePlan pipeline, PipelineStagePlan stage, IRoleTrust trust)
    {
        var place = new RolePlace(app, stage, stage.Account ?? "${AWS::AccountId}");
        var template = new JsonObject
        {
            ["AWSTemplateFormatVersion"] = "2010-09-09",
            ["Description"] = $"{IPipelineFile.Mark}': roles of {pipeline.Source.Repository} in {place.Names.Prefix}.",
            ["Resources"] = new JsonObject(),
        };
        if (!place.IsPreview)
            template["Resources"]!["ChangeRole"] = Role(place, trust, deploys: false);
        template["Resources"]!["DeployRole"] = Role(place, trust, deploys: true);
        if (pipeline.Review is { } review && stage == pipeline.Stages[0])
            template["Resources"]!["ReviewRole"] = Role(place.Names.ReviewRole, "Lets a model review a pull request.", ChangeSeconds, trust.Statement(place, deploys: false), EnvironmentPermissions.Review(place, review.Model));
        trust.Complete(template);
        return template.ToJsonString(Options) + "\n";
    }

    /// <summary>A text with what only CloudFormation knows.</summary>
    public static JsonNode Sub(string text) => text.Contains("${", StringComparison.Ordinal) ? new JsonObject { ["Fn::Sub"] = text } : text;

    private static JsonObject Role(RolePlace place, IRoleTrust trust, bool deploys) => deploys
        ? Role(
            place.Roles.DeployRole,
            place.IsPreview ? "Deploys and destroys environments of pull requests." : "Deploys a change that was shown.",
            DeploySeconds,
            trust.Statement(place, deploys),
            [.. EnvironmentPermissions.Deploy(place), .. place.IsPreview ? EnvironmentPermissions.Destroy() : []])
        : Role(place.Roles.ChangeRole, "Reads what runs, to show what a deployment would change.", ChangeSeconds, trust.Statement(place, deploys), EnvironmentPermissions.Change(place));

    private static JsonObject Role(string name, string description, int seconds, JsonObject trust, IReadOnlyList<Permission> permissions) => new()
    {
        ["Type"] = "AWS::IAM::Role",
        ["Properties"] = new JsonObject
        {
            ["RoleName"] = name,
            ["Description"] = description,
            ["MaxSessionDuration"] = seconds,
            ["AssumeRolePolicyDocument"] = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(trust) },
            ["Policies"] = new JsonArray(new JsonObject
            {
                ["PolicyName"] = name,
                ["PolicyDocument"] = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. permissions.Select(Statement)]) },
            }),
        },
    };

    /// <summary>A statement of a policy.</summary>
    public static JsonNode Statement(Permission permission) => new JsonObject
    {
        ["Effect"] = "Allow",
        ["Action"] = new JsonArray([.. permission.Actions.Select(action => (JsonNode)action)]),
        ["Resource"] = new JsonArray([.. permission.Resources.Select(Sub)]),
    };
}
