using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Offices;

/// <summary>
/// An educational service area office (สำนักงานเขตพื้นที่การศึกษา). Its code is the ISO 3166-2 code of the province, P or S
/// for its kind, and the area's number: "TH-43-P2".
/// </summary>
public sealed class Office : Entity, IShared
{
    private readonly List<District> districts = [];
    private readonly List<OrgUnit> orgUnits = [];
    private readonly List<StaffMember> staff = [];

    private Office() { }

    public Office(string code) => (Code, ProvinceCode) = (code, code[..5]);

    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    public OfficeKind Kind { get; private set; }

    /// <summary>As printed, in Thai.</summary>
    public string Province { get; private set; } = "";

    /// <summary>ISO 3166-2: "TH-43".</summary>
    public string ProvinceCode { get; private init; } = "";

    /// <summary>Whether the office has a published plan. The database sets it.</summary>
    public bool Published { get; private init; }

    public IReadOnlyList<District> Districts => districts;

    public IReadOnlyList<OrgUnit> OrgUnits => orgUnits;

    public IReadOnlyList<StaffMember> Staff => staff;

    public OrgUnit Unit(int number) => orgUnits.Single(unit => unit.Number == number);

    public StaffMember Member(string name) => staff.Single(member => member.Name == name);

    /// <summary>
    /// Applies the part of a plan's document that describes its office. Staff members are never removed, because they
    /// belong to the office and not to the plan. Project owners who are not listed as staff become members under their
    /// printed names.
    /// </summary>
    internal void Apply(OfficeDocument document, IReadOnlyList<ProjectOwnerDocument> owners, Sharing sharing)
    {
        if (sharing.Changes(this))
        {
            (StatedBy, Name, Kind, Province) = (document, document.Name, document.Kind, document.Province);
            Merge.Into(
                districts,
                document.Districts,
                district => district.Name,
                name => name,
                name => new District { Name = name },
                (district, _, position) => district.Position = position
            );
        }

        var restated = document
            .Staff.Select(member => member.Name)
            .Concat(owners.Select(owner => owner.Name))
            .ToHashSet();
        var needed = staff.Where(member => IsLeft(member, sharing) || !restated.Contains(member.Name));
        var units = needed.Select(member => member.OrgUnitId).OfType<Guid>();
        (sharing with { Stated = sharing.Stated.Union(units).ToHashSet() }).Merge(
            orgUnits,
            document.OrgUnits,
            unit => unit.Number,
            unit => unit.Number,
            unit => new OrgUnit { Number = unit.Number },
            (unit, stated) => unit.Name = stated.Name
        );
        ApplyStaff(document.Staff, owners, sharing);
    }

    /// <summary>Whether a document leaves a member's public record as it is.</summary>
    private static bool IsLeft(StaffMember member, Sharing sharing) =>
        !sharing.Publishes && sharing.Owners.Contains(member.Id);

    private void ApplyStaff(
        IReadOnlyList<StaffMemberDocument> members,
        IReadOnlyList<ProjectOwnerDocument> owners,
        Sharing sharing
    )
    {
        var listed = members.Select(member => member.Name).ToHashSet();
        var unlisted = owners
            .Where(owner => !listed.Contains(owner.Name))
            .DistinctBy(owner => owner.Name)
            .Select(owner => new StaffMemberDocument(owner.Name, owner.Position, null, null));
        var known = staff.ToDictionary(member => member.Name);
        foreach (var document in members.Concat(unlisted))
        {
            if (!known.TryGetValue(document.Name, out var member))
                staff.Add(member = new StaffMember(document.Name));
            else if (IsLeft(member, sharing))
                continue;
            member.Apply(document, document.OrgUnit is { } number ? Unit(number) : null);
            member.StatedBy = document;
        }
    }
}

/// <summary>A district (อำเภอ) that an office serves.</summary>
public sealed class District : Entity
{
    public Guid OfficeId { get; private set; }

    public int Position { get; internal set; }

    public string Name { get; internal init; } = "";
}

/// <summary>One of an office's groups and units (กลุ่ม / หน่วย), by its number in the office's structure.</summary>
public sealed class OrgUnit : Entity, IShared
{
    public Guid OfficeId { get; private set; }

    /// <summary>Whether a published plan states the unit. The database sets it.</summary>
    public bool Published { get; private init; }

    public int Number { get; internal init; }

    public string Name { get; internal set; } = "";
}
