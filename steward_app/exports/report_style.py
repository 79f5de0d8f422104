"""How the report looks: the app's colours as CSS variables, the marks, and black on white when printed (look.md)."""

from __future__ import annotations

STYLE = """
:root{--window:#F4F2EC;--surface:#FFFFFF;--sunken:#E9E6DD;--line:#D6D1C5;--ink:#17252A;--ink2:#47565A;
--accent:#0B5D5E;--rail:#0F3A3D;--rail-ink:#FFFFFF;--rail-ink2:#B7D0CD;--focus:#0B57D0;--rail-focus:#FFD36A;
--blocks:#6A1B6D;--must:#B3261E;--must-soft:#FCE9E6;--check:#855000;--better:#2A5A9B;--ok:#1C6637;--ok-soft:#E1F1E5}
@media (prefers-color-scheme:dark){:root{--window:#141C1F;--surface:#1B2529;--sunken:#263238;--line:#35444A;
--ink:#E9EFEE;--ink2:#B1BFC1;--accent:#6FCFC4;--rail:#0B1315;--rail-ink:#F2F7F6;--rail-ink2:#9FB7B6;--focus:#8AB4FF;
--blocks:#E3A5E6;--must:#FF9C8F;--must-soft:#45221F;--check:#F2BC5C;--better:#94BDF5;--ok:#7FD19A;--ok-soft:#18351F}}
*{box-sizing:border-box}
body{margin:0;background:var(--surface);color:var(--ink);
font:15px/1.45 "Segoe UI",-apple-system,"Open Sans","DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums}
.second{display:none}.second:target{display:block}.second:target~.first{display:none}
.inner{max-width:1126px;margin:0 auto;padding:0 20px}
header{background:var(--rail);color:var(--rail-ink)}
header .inner{display:flex;gap:16px;align-items:center;padding-top:16px;padding-bottom:16px;flex-wrap:wrap}
header p{margin:0;color:var(--rail-ink2)}header h1{margin:0;font-size:22px;font-weight:600;line-height:1.25}
header .who{margin-left:auto;text-align:right}header .who b{color:var(--rail-ink);font-weight:600}
header a{color:var(--rail-ink);padding:4px 8px;border:1px solid var(--rail-ink2);border-radius:4px;text-decoration:none}
a:focus-visible,.frame:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
header a:focus-visible{outline-color:var(--rail-focus)}
.logo{width:36px;height:36px;flex:none}.mark{width:18px;height:18px;flex:none;vertical-align:-3px}
.verdict{display:flex;gap:14px;align-items:center;margin:24px 0 16px}.verdict .mark{width:32px;height:32px}
.verdict h2{margin:0;font-size:27px;font-weight:600;line-height:1.2}.verdict p{margin:2px 0 0;color:var(--ink2)}
.draft{border:2px solid var(--must);background:var(--must-soft);border-radius:6px;padding:8px 16px;font-weight:600;margin:16px 0}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:0 0 24px;padding:0;list-style:none}
.counts li,.card{border:1px solid var(--line);border-radius:6px;padding:12px 16px;background:var(--surface)}
.counts b{font-size:24px;font-weight:600;margin-left:6px}.counts span{display:block;color:var(--ink2)}
h3{font-size:17px;font-weight:600;margin:28px 0 8px}h4{font-size:15px;margin:16px 0 4px}
.frame{border:1px solid var(--line);border-radius:6px;overflow-x:auto}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:8px 16px;vertical-align:top;overflow-wrap:break-word}
thead th{background:var(--sunken);color:var(--ink2);font-weight:600}tbody tr+tr>*{border-top:1px solid var(--line)}
tbody th{font-weight:600}.n{text-align:right}.n,.w{white-space:nowrap}tbody .group th{background:var(--window)}
del{color:var(--must);text-decoration:none;white-space:pre-wrap}ins{color:var(--ok);font-weight:600;text-decoration:none;white-space:pre-wrap}
.quiet{color:var(--ink2);margin:4px 0 8px}.facts{background:var(--sunken);border-radius:6px;padding:12px 16px;margin:0;display:grid;
grid-template-columns:minmax(150px,auto) 1fr;gap:6px 20px}.facts dt{color:var(--ink2)}.facts dd{margin:0;overflow-wrap:anywhere}
main{padding-bottom:40px!important}
@media print{@page{size:letter;margin:15mm}:root{--window:#FFF;--surface:#FFF;--sunken:#FFF;--line:#000;--ink:#000;--ink2:#000;
--rail:#FFF;--rail-ink:#000;--rail-ink2:#000;--blocks:#000;--must:#000;--must-soft:#FFF;--check:#000;--better:#000;--ok:#000;--ok-soft:#FFF}
body{font-size:10.5pt}header{border-bottom:2px solid #000}header a{display:none}tr,.verdict,.counts{break-inside:avoid}h3{break-after:avoid}
del{text-decoration:line-through}.counts{grid-template-columns:repeat(5,1fr)}.logo{filter:grayscale(1)}}
"""

LOGO = ('<svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#FFF"/>'
        '<rect x="12" y="7" width="13" height="4" fill="#0F3A3D"/><rect x="6" y="13" width="19" height="4" fill="#0F3A3D"/>'
        '<path d="M7 22.6 11.2 26.4 25 19.6" fill="none" stroke="#0B7A63" stroke-width="4"/></svg>')

_STROKE = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'
SHAPES = {
    "blocks": f'<path d="M6.2 1.5h7.6L18.5 6.2v7.6l-4.7 4.7H6.2l-4.7-4.7V6.2z" fill="var(--blocks)"/>'
              f'<path d="M5.5 10h9" stroke="var(--surface)" stroke-width="2.6" {_STROKE}/>',
    "must": f'<path d="M10 1.6 19 17.6H1z" fill="var(--must)"/><path d="M10 7v5.2" stroke="var(--surface)" '
            f'stroke-width="2.1" {_STROKE}/><circle cx="10" cy="15" r="1.25" fill="var(--surface)"/>',
    "check": f'<circle cx="10" cy="10" r="8.6" fill="var(--check)"/><path d="M7.6 7.7a2.5 2.5 0 1 1 3.7 2.2c-.9.5-1.3.9-1.3'
             f' 1.8" stroke="var(--surface)" stroke-width="1.9" {_STROKE}/><circle cx="10" cy="14.6" r="1.2" '
             f'fill="var(--surface)"/>',
    "better": f'<path d="M10 2.2 17.8 10 10 17.8 2.2 10z" stroke="var(--better)" stroke-width="2" {_STROKE}/>'
              f'<path d="M10 13V7.4M7.6 9.6 10 7.2l2.4 2.4" stroke="var(--better)" stroke-width="1.7" {_STROKE}/>',
    "ready": f'<path d="M3 10.6 8 15.4 17.2 5" stroke="var(--ok)" stroke-width="2.8" {_STROKE}/>',
    "done": f'<circle cx="10" cy="10" r="8" fill="var(--ok)"/><path d="M6 10.3 9 13.2 14.2 7" stroke="var(--surface)" '
            f'stroke-width="2.2" {_STROKE}/>',
}


def mark(name: str) -> str:
    """Return a severity's mark; the words beside it say the same."""
    return f'<svg class="mark" viewBox="0 0 20 20" aria-hidden="true">{SHAPES[name]}</svg>'
