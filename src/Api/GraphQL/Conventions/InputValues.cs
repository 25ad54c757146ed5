using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>The fields of a mutation's input object, already validated against the schema.</summary>
internal sealed class InputValues(IReadOnlyDictionary<string, object?> values)
{
    public string Text(string name) => (string)values[name]!;

    public string? TextOrNull(string name) => (string?)values.GetValueOrDefault(name);

    public T Value<T>(string name)
        where T : struct => (T)values[name]!;

    public T? ValueOrNull<T>(string name)
        where T : struct => (T?)values.GetValueOrDefault(name);

    /// <summary>A list of values; empty if the field is missing.</summary>
    public IEnumerable<T> Values<T>(string name) =>
        ((IEnumerable<object?>?)values.GetValueOrDefault(name) ?? []).Cast<T>();

    /// <summary>The raw id of a node of this type. Any other text is returned unchanged, and then not found.</summary>
    public GivenId Id(string name, string typeName) => Given(Text(name), typeName);

    public GivenId? IdOrNull(string name, string typeName) =>
        TextOrNull(name) is { } text ? Given(text, typeName) : null;

    public IReadOnlyList<GivenId> Ids(string name, string typeName) =>
        [.. Values<string>(name).Select(text => Given(text, typeName))];

    /// <summary>The items of a list of inputs; none if the field is missing.</summary>
    public IReadOnlyList<InputValues> ListOrEmpty(string name) =>
        values.GetValueOrDefault(name) is null ? [] : List(name);

    public IReadOnlyList<InputValues> List(string name) =>
        [
            .. ((IEnumerable<object?>)values[name]!).Select(item => new InputValues(
                (IReadOnlyDictionary<string, object?>)item!
            )),
        ];

    private static GivenId Given(string text, string typeName) =>
        NodeId.TryParse(text, out var id) && id.TypeName == typeName
            ? new GivenId(text, id.Id)
            : new GivenId(text, Guid.Empty);
}
