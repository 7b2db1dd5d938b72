using System.Text.Json;
using Amazon.CDK.AWS.CloudFront;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Edge;

/// <summary>
/// A CloudFront function that finds the document for a path. Error pages would do it too, but they hold for the whole
/// distribution and would turn the API's own 404 into a page.
/// </summary>
internal static class PathFunction
{
    public static CfnFunction Create(LandfallStack stack, SiteServicePlan site, string id) =>
        new(stack, $"{id}Paths", new CfnFunctionProps
        {
            Name = stack.Plan.AwsNames.PathFunction(site.Name),
            AutoPublish = true,
            FunctionCode = Code(site),
            FunctionConfig = new CfnFunction.FunctionConfigProperty
            {
                Runtime = "cloudfront-js-2.0",
                Comment = $"Document for a path of {site.Name}",
            },
        });

    public static string Code(SiteServicePlan site)
    {
        var index = JsonSerializer.Serialize(site.Index);
        var rewrite = site.SinglePage
            ? $"request.uri = '/' + {index};"
            : $"request.uri += (request.uri.endsWith('/') ? '' : '/') + {index};";
        return $$"""
            function handler(event) {
              var request = event.request;
              var last = request.uri.substring(request.uri.lastIndexOf('/') + 1);
              if (last.indexOf('.') < 0) {
                {{rewrite}}
              }
              return request;
            }
            """.ReplaceLineEndings("\n");
    }
}
