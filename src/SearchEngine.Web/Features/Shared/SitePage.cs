using Microsoft.AspNetCore.Mvc.RazorPages;
using SearchEngine.Reports.Catalogue;
using SearchEngine.Web.Features.Display;

namespace SearchEngine.Web.Features.Shared;

/// <summary>What the frame around every page needs to know of it.</summary>
public abstract class SitePage : PageModel
{
    private DisplayChoice? _display;

    /// <summary>The page's own part of the browser's title.</summary>
    public abstract string DocumentTitle { get; }

    /// <summary>Address of the main navigation's entry that this page belongs to; null for none.</summary>
    public virtual string? Section => null;

    /// <summary>What the footer counts; null on pages that must not ask the catalogue.</summary>
    public virtual Holdings? Held => null;

    /// <summary>
    /// Address without its fragment and search parameters that search engines should take; null for this one.
    /// </summary>
    public virtual string? Canonical => null;

    /// <summary>What reference managers read off the page's head: names and values of meta tags.</summary>
    public virtual IReadOnlyList<(string Name, string Value)> Metadata => [];

    /// <summary>Theme and size of this reader.</summary>
    public DisplayChoice Display => _display ??= DisplayChoice.Of(Request);

    /// <summary>Where the form that sets theme and size comes back to.</summary>
    public virtual string Here => Request.Path.ToUriComponent() + Request.QueryString.ToUriComponent();
}
