using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>
/// Models that share a name in the API, such as the lists of numbered texts. For clients they are one type.
/// </summary>
internal static class NamedModel
{
    /// <summary>The fields of all models with a name, each once, in the order of declaration.</summary>
    public static IEnumerable<ModelField> Fields(Models models, string name) =>
        models.All.Where(model => model.Name == name).SelectMany(model => model.Fields).DistinctBy(field => field.Name);
}
