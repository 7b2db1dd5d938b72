using System.Text.Json.Nodes;
using Landfall.Config.Tree;
using Landfall.Operations.Editing;

namespace Landfall.Operations.Security.Templates;

/// <summary>Closes what a security group opens to the internet.</summary>
internal static class OpeningFix
{
    /// <summary>
    /// Closes one rule: to the addresses of the group's VPC where the template has it, else by taking the rule away, as AWS says to
    /// (https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html, EC2.13, EC2.14 and EC2.19).
    /// </summary>
    /// <param name="template">The template.</param>
    /// <param name="resource">The group, or the rule's own resource.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="key">The key of the addresses.</param>
    /// <returns>The edits; none where the rule cannot be closed by itself.</returns>
    public static IReadOnlyList<Edit> Of(Template template, TemplateResource resource, ConfigNode rule, string key)
    {
        if (key == "CidrIp" && rule is MapNode map && map.Find(key)?.Value is ScalarNode
            && template.Target(resource.Properties.Find("VpcId")?.Value) is { Type: "AWS::EC2::VPC" } vpc && vpc.Has("CidrBlock"))
        {
            return [new SetValue(map, [key], new JsonObject { ["Fn::GetAtt"] = new JsonArray(vpc.Id, "CidrBlock") })];
        }

        if (resource.Properties.Find("SecurityGroupIngress")?.Value is not ListNode list)
            return [];
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (ReferenceEquals(list.Items[i], rule))
                return [new RemoveItem(list, i)];
        }

        return [];
    }
}
