using System.Text.Json.Nodes;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Constructs.Tests.Properties;

/// <summary>What stacks read of each other, against the graph that says what is deployed before what.</summary>
internal static class StackReads
{
    /// <summary>The parameters that a stack reads although it does not stand on their owner.</summary>
    public static IEnumerable<string> OutsideTheGraph(IReadOnlyDictionary<string, JsonNode> templates, AppPlan plan)
    {
        var owners = (
            from template in templates
            from resource in template.Value["Resources"]!.AsObject()
            where (string?)resource.Value!["Type"] == "AWS::SSM::Parameter"
            select (Path: (string)resource.Value!["Properties"]!["Name"]!, template.Key)).ToDictionary(pair => pair.Path, pair => pair.Key);
        var graph = StackList.Of(plan).ToDictionary(stack => stack.Name, stack => stack.DependsOn);
        return
            from template in templates
            from parameter in template.Value["Parameters"]?.AsObject() ?? []
            where (string?)parameter.Value!["Type"] == "AWS::SSM::Parameter::Value<String>"
            let path = (string)parameter.Value!["Default"]!
            where owners.ContainsKey(path) && !Below(template.Key).Contains(owners[path])
            select $"{template.Key} reads {path} of {owners[path]}";

        IEnumerable<string> Below(string stack) => graph[stack].SelectMany(needed => Below(needed).Append(needed));
    }
}
