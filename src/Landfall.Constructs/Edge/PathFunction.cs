using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.CDK.AWS.CloudFront;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Edge;

/// <summary>A CloudFront function that finds the document for a path: the bucket knows whole names only.</summary>
internal static class PathFunction
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static CfnFunction Create(LandfallStack stack, SiteServicePlan site, string id, SitePages pages) =>
        new(stack, $"{id}Paths", new CfnFunctionProps
        {
            Name = stack.Plan.AwsNames.PathFunction(site.Name),
            AutoPublish = true,
            FunctionCode = Code(site, pages),
            FunctionConfig = new CfnFunction.FunctionConfigProperty
            {
                Runtime = "cloudfront-js-2.0",
                Comment = $"Document for a path of {site.Name}",
            },
        });

    /// <summary>The function's source, for the runtime's JavaScript (CloudFront developer guide, "JavaScript runtime 2.0").</summary>
    public static string Code(SiteServicePlan site, SitePages pages)
    {
        var index = JsonSerializer.Serialize($"/{site.Index}", Plain);
        return $$"""
            var pages = {{JsonSerializer.Serialize(pages.Exceptions, Plain)}};
            var endings = ['', '.html', {{index}}];
            function handler(event) {
              var request = event.request;
              var path = request.uri;
              try { path = decodeURIComponent(path); } catch (e) { /* no text: asked for as it is */ }
              var slash = path.endsWith('/');
              var bare = slash ? path.slice(0, -1) : path;
              var kind = Object.prototype.hasOwnProperty.call(pages, path) ? pages[path]
                : Object.prototype.hasOwnProperty.call(pages, bare) ? pages[bare]
                : bare === '' ? {{SitePages.Folder}}
                : bare.slice(bare.lastIndexOf('/') + 1).indexOf('.') < 0 ? {{pages.Usual}}
                : slash ? {{(site.Routing == SiteRouting.Spa ? pages.Usual : SitePages.Folder)}} : {{SitePages.Itself}};
              request.uri = kind < endings.length ? (slash ? request.uri.slice(0, -1) : request.uri) + endings[kind] : {{index}};
              return request;
            }
            """.ReplaceLineEndings("\n");
    }
}
