using GraphQL.Types;

namespace TeacherDevPlan.Api.GraphQL;

/// <summary>The entry points for reading: fields declared by models, and fields computed by features.</summary>
internal sealed class RootQuery : ObjectGraphType
{
    public RootQuery(IEnumerable<FieldType> fields)
    {
        (Name, Description) = ("Query", "Reads. Every operation sees one snapshot of the data.");
        foreach (var field in fields)
            AddField(field);
    }
}
