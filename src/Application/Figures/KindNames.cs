using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Figures;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Figures;

/// <summary>Keys and labels of the kinds that exact figures are told by.</summary>
internal static class KindNames
{
    private static readonly LocalText None = new("None", "ไม่ระบุ");

    /// <summary>The key and the label of a kind, which is an id, a quarter, or empty.</summary>
    /// <param name="office">Id, code, name, code of the province and province.</param>
    public static async Task<Func<string, (string Key, LocalText Label)>> NamesAsync(
        this IGroupReader groups,
        DevelopmentKey key,
        IEnumerable<string> kinds,
        IReadOnlyList<object?> office,
        CancellationToken cancellationToken
    )
    {
        switch (key)
        {
            case DevelopmentKey.Office:
                return _ => ((string)office[1]!, Same((string)office[2]!));
            case DevelopmentKey.Province:
                return _ => ((string)office[3]!, Same((string)office[4]!));
            case DevelopmentKey.Quarter:
                return kind => (kind, Same(kind));
        }

        object[] ids = [.. kinds.Where(kind => kind.Length > 0).Select(kind => (object)Guid.Parse(kind))];
        var found = await groups.ReadAsync(QueryOf(key, ids), cancellationToken);
        var names = found.ToDictionary(
            row => row.Keys[0]!.ToString()!,
            row =>
                (
                    Key: row.Keys.Count > 2
                        ? (string)row.Keys[2]!
                        : new NodeId(nameof(Project), (Guid)row.Keys[0]!).ToString(),
                    Label: Same((string)row.Keys[1]!)
                )
        );
        return kind => names.TryGetValue(kind, out var name) ? name : ("", None);
    }

    private static GroupQuery QueryOf(DevelopmentKey key, object[] ids) =>
        key switch
        {
            DevelopmentKey.School => Of<School>(ids, one => one.Id, one => one.Name, one => one.Code),
            DevelopmentKey.Category => Of<StaffCategory>(ids, one => one.Id, one => one.Name, one => one.Code),
            DevelopmentKey.Topic => Of<DevelopmentTopic>(ids, one => one.Id, one => one.Name, one => one.Code),
            DevelopmentKey.Method => Of<DevelopmentMethod>(ids, one => one.Id, one => one.Name, one => one.Code),
            _ => Of<Project>(ids, one => one.Id, one => one.Name),
        };

    private static GroupQuery Of<T>(object[] ids, params Expression<Func<T, object?>>[] keys)
    {
        MemberPath[] paths = [.. keys.Select(MemberPath.Of)];
        return new GroupQuery(typeof(T)) { Among = [(paths[0], ids)], Keys = paths };
    }

    private static LocalText Same(string text) => new(text, text);
}
